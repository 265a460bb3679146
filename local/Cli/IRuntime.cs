using System.Diagnostics;

namespace FitServerless.Local.Cli;

/// <summary>What runs the functions.</summary>
internal interface IRuntime
{
    /// <summary>What to build, from the root of the repository.</summary>
    string Project { get; }

    Process Start(int port, string storage);
}
