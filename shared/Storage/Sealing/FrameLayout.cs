namespace FitServerless.Storage.Sealing;

/// <summary>Where the frames of a sealed blob lie: all are full but the last, which is empty only in an empty blob.</summary>
/// <param name="SealedLength">Of the whole blob, in bytes.</param>
public readonly record struct FrameLayout(long SealedLength)
{
    /// <summary>Bytes of content in a frame. A range costs at most this much on either side; the tags are 0.02 percent.</summary>
    public const int ContentBytes = 64 * 1024;

    public const int TagBytes = 16;

    public const int FrameBytes = ContentBytes + TagBytes;

    public long LastFrame => (SealedLength - 1) / FrameBytes;

    /// <summary>Bytes of content in all frames.</summary>
    public long ContentLength => Math.Max(0, SealedLength - (TagBytes * (LastFrame + 1)));

    /// <summary>The frames that hold a span of the content; the last of them may end earlier.</summary>
    public static ByteSpan FramesOf(ByteSpan content)
    {
        var (first, last) = (content.First / ContentBytes, (content.First + content.Count - 1) / ContentBytes);
        return new ByteSpan(first * FrameBytes, (last - first + 1) * FrameBytes);
    }

    public static long LengthOf(long contentLength) =>
        contentLength + (TagBytes * Math.Max(1, (contentLength + ContentBytes - 1) / ContentBytes));

    /// <summary>Of a frame, with its tag. None that may be shorter than a tag is whole.</summary>
    internal int SizeOf(long frame) => (int)Math.Min(FrameBytes, SealedLength - (frame * FrameBytes));
}
