using FitServerless.Photos;

namespace FitServerless.Files;

/// <summary>What is kept, told by content: by how it begins, and whether it is whole. What a client calls it is not asked.</summary>
/// <param name="Extensions">The usual one first.</param>
public sealed record FileType(string MediaType, IReadOnlyList<string> Extensions)
{
    public static readonly FileType Jpeg = new(PhotoFormat.Jpeg, [".jpg", ".jpeg"]);

    public static readonly FileType Png = new(PhotoFormat.Png, [".png"]);

    public static readonly FileType Gif = new(PhotoFormat.Gif, [".gif"]);

    public static readonly FileType Pdf = new("application/pdf", [".pdf"]);

    public static readonly FileType Text = new("text/plain", [".txt", ".md", ".csv", ".log"]);

    /// <summary>
    /// <c>null</c> for all else. A file can be two things at once (a picture with an archive behind it); it is kept as the one that it begins
    /// as, and never given out as anything else.
    /// </summary>
    public static FileType? Of(ReadOnlySpan<byte> content)
    {
        if (PhotoFormat.Of(content) is { } photo)
            return BarePhoto.Of(content) is null ? null : Array.Find([Jpeg, Png, Gif], type => type.MediaType == photo);
        if (PdfContent.IsOne(content))
            return PdfContent.IsWhole(content) ? Pdf : null;
        return PlainText.IsOne(content) ? Text : null;
    }
}
