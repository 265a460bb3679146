using FsCheck;
using FsCheck.Fluent;

namespace FitServerless.Tests.Sync;

/// <summary>A property that holds for whatever a generator makes; a counterexample is shrunk and fails the test.</summary>
internal static class Law
{
    public static void Holds<T>(Gen<T> cases, Func<T, bool> law, int count = 300) =>
        Prop.ForAll(cases.ToArbitrary(), law).Check(Config.QuickThrowOnFailure.WithMaxTest(count));
}
