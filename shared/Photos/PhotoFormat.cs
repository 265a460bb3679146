namespace FitServerless.Photos;

/// <summary>What a file is by its first bytes, whatever it is called.</summary>
internal static class PhotoFormat
{
    public const string Jpeg = "image/jpeg";
    public const string Png = "image/png";
    public const string Gif = "image/gif";

    public static string? Of(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return Jpeg;
        if (file.StartsWith(PngPhoto.Signature))
            return Png;
        return file.StartsWith("GIF87a"u8) || file.StartsWith("GIF89a"u8) ? Gif : null;
    }
}
