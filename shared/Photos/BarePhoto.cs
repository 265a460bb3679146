namespace FitServerless.Photos;

/// <summary>
/// A photo with nothing but its picture: no EXIF, no position, no thumbnail, no comments, no colour profile, nothing behind its end. Only the
/// parts that a decoder needs are copied, so what nobody thought of stays behind, too. Of a JPEG's EXIF one number is written anew: which way
/// up the picture is, without which phones' photos lie on their side.
/// </summary>
public sealed record BarePhoto(ReadOnlyMemory<byte> Bytes, string MediaType)
{
    /// <summary><c>null</c> when it is no JPEG, PNG or GIF, or a broken one.</summary>
    public static BarePhoto? Of(ReadOnlySpan<byte> file)
    {
        var type = PhotoFormat.Of(file);
        var bare = type switch
        {
            PhotoFormat.Jpeg => JpegPhoto.Strip(file),
            PhotoFormat.Png => PngPhoto.Strip(file),
            PhotoFormat.Gif => GifPhoto.Strip(file),
            _ => null,
        };
        return bare is null ? null : new BarePhoto(bare, type!);
    }
}
