using System.Reflection;
using System.Security.Cryptography;
using FitServerless.Accounts;
using FitServerless.Accounts.SecondFactors;

namespace FitServerless.Tests.Accounts;

/// <summary>
/// What is compared with a secret is compared in a time that does not tell how much of it is right. A stopwatch proves nothing on a busy machine;
/// this looks at what the code calls.
/// </summary>
public sealed class SecretComparisonTests
{
    private const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private const byte Call = 0x28;

    public static TheoryData<Type> Comparers => [typeof(Jwt), typeof(RefreshToken), typeof(Totp), typeof(RecoveryCodes)];

    [Theory]
    [MemberData(nameof(Comparers))]
    public void Secrets_are_compared_in_constant_time(Type comparer) => Assert.Contains(
        Methods(comparer).Concat(comparer.GetNestedTypes(Any).SelectMany(Methods)),
        method => Calls(method).Any(called => called.DeclaringType == typeof(CryptographicOperations) && called.Name == "FixedTimeEquals"));

    private static IEnumerable<MethodInfo> Methods(Type type) => type.GetMethods(Any);

    /// <summary>Every four bytes behind a byte that may be a call and that name a method: one too many does no harm.</summary>
    private static IEnumerable<MethodBase> Calls(MethodInfo method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var i = 0; i < code.Length - 4; i++)
        {
            if (code[i] == Call && Resolve(method.Module, BitConverter.ToInt32(code, i + 1)) is { } called)
                yield return called;
        }
    }

    private static MethodBase? Resolve(Module module, int token)
    {
        try
        {
            return module.ResolveMethod(token);
        }
        catch (Exception e) when (e is ArgumentException or BadImageFormatException)
        {
            return null;
        }
    }
}
