using QRCoder;

namespace FitServerless.Accounts.SecondFactors;

internal static class Enrollments
{
    public static Enrollment Of(byte[] secret, string email, string issuer)
    {
        var text = Base32.Encode(secret);
        var (label, by) = (Uri.EscapeDataString($"{issuer}:{email}"), Uri.EscapeDataString(issuer));
        var uri = $"otpauth://totp/{label}?secret={text}&issuer={by}";
        return new Enrollment(text, uri, Svg(uri));
    }

    private static string Svg(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(code);
        return svg.GetGraphic(1, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
