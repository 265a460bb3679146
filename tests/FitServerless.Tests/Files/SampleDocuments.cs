using System.Text;
using FitServerless.Tests.Photos;

namespace FitServerless.Tests.Files;

/// <summary>A small file of each kind that is kept.</summary>
internal static class SampleDocuments
{
    public static byte[] Pdf => Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n");

    public static byte[] Text => "Long run, easy.\r\n\tNäfels → Glarus 🚵\n"u8.ToArray();

    public static byte[] Of(string mediaType) => mediaType switch
    {
        "image/jpeg" => SamplePictures.Jpeg,
        "image/png" => SamplePictures.Png,
        "image/gif" => SamplePictures.Gif,
        "application/pdf" => Pdf,
        _ => Text,
    };
}
