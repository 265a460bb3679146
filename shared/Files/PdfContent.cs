namespace FitServerless.Files;

/// <summary>PDF begins with its version and ends with where its table of contents is (ISO 32000-1, 7.5.2 and 7.5.5).</summary>
internal static class PdfContent
{
    /// <summary>Readers look for the end in as many bytes (ISO 32000-1, annex H, 3.4.4).</summary>
    private const int TailBytes = 1024;

    public static bool IsOne(ReadOnlySpan<byte> content) => content.StartsWith("%PDF-"u8);

    public static bool IsWhole(ReadOnlySpan<byte> content)
    {
        var tail = content[Math.Max(0, content.Length - TailBytes)..];
        var start = tail.LastIndexOf("startxref"u8);
        return content.Length > 8 && char.IsAsciiDigit((char)content[5]) && content[6] == '.' && char.IsAsciiDigit((char)content[7])
            && start >= 0 && tail[start..].IndexOf("%%EOF"u8) > 0;
    }
}
