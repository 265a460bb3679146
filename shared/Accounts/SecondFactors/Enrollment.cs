namespace FitServerless.Accounts.SecondFactors;

/// <summary>What an authenticator app needs, in three forms.</summary>
/// <param name="Secret">Base32, to type.</param>
/// <param name="OtpauthUri">https://github.com/google/google-authenticator/wiki/Key-Uri-Format</param>
/// <param name="QrSvg">The same, to scan: an SVG without scripts, styles or links.</param>
public sealed record Enrollment(string Secret, string OtpauthUri, string QrSvg);
