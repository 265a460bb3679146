namespace FitServerless.Tests.Photos;

/// <summary>Small pictures that other programs made.</summary>
internal static class SamplePictures
{
    /// <summary>What the JPEG tells of its maker, its place and its owner.</summary>
    public static readonly string[] Secrets = ["Probe", "Ada", "4711", "at home"];

    private const string JpegText =
        "/9j/4AAQSkZJRgABAQAAAQABAAD/4QFSRXhpZgAATU0AKgAAAAgACQEPAAIAAAAGAAAAegESAAMAAAABAAYAAAEaAAUAAAABAAAAgAEbAAUAAAABAAAAiAEo" +
        "AAMAAAABAAEAAAE7AAIAAAAEQWRhAAITAAMAAAABAAEAAIdpAAQAAAABAAAAkIglAAQAAAABAAAA2AAAAABQcm9iZQAAAAABAAAAAQAAAAEAAAABAAWQAAAH" +
        "AAAABDAyMzKRAQAHAAAABAECAwCgAAAHAAAABDAxMDCgAQADAAAAAf//AACkMQACAAAABQAAANIAAAAANDcxMQAAAAUAAAABAAAABAIDAAAAAQACAAAAAk4A" +
        "AAAAAgAFAAAAAwAAARoAAwACAAAAAkUAAAAABAAFAAAAAwAAATIAAAAAAAAAMAAAAAEAAAAzAAAAAQAAAvQAAAAZAAAAAgAAAAEAAAARAAAAAQAAAMkAAAAF" +
        "//4ACWF0IGhvbWX/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgV" +
        "GC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAIABADASIAAhEBAxEB/8QAFgABAQEAAAAA" +
        "AAAAAAAAAAAAAAQG/8QAFRABAQAAAAAAAAAAAAAAAAAAAAP/xAAUAQEAAAAAAAAAAAAAAAAAAAAF/8QAFhEAAwAAAAAAAAAAAAAAAAAAAAVB/9oADAMBAAIR" +
        "AxEAPwDJyWSAs2oush//2Q==";

    private const string PngText = "iVBORw0KGgoAAAANSUhEUgAAABAAAAAIAgMAAACNGJcEAAAADFBMVEXQAC+IAHdIALcQAO9sfLRuAAAAEElEQVR42mP4tzKEgYEwAQBKUw/ZQa4d2gAAAABJRU5ErkJggg==";

    /// <summary>16 by 8 points, on its side (orientation 6), taken at the Eiffel Tower: from Pillow, with EXIF from exiftool.</summary>
    public static byte[] Jpeg => Convert.FromBase64String(JpegText);

    public static byte[] Png => Convert.FromBase64String(PngText);

    public static byte[] Gif => [.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B];
}
