using System.Net;

namespace FitServerless.Tests.Api;

/// <summary>A body of blanks of any length, never in memory as a whole.</summary>
internal sealed class LargeContent : HttpContent
{
    private readonly long _length;
    private readonly bool _chunked;

    public LargeContent(long length, bool chunked)
    {
        (_length, _chunked) = (length, chunked);
        Headers.ContentType = new("application/json");
    }

    public long Sent { get; private set; }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        var block = new byte[64 * 1024];
        Array.Fill(block, (byte)' ');
        while (Sent < _length)
        {
            var count = (int)Math.Min(block.Length, _length - Sent);
            await stream.WriteAsync(block.AsMemory(0, count));
            Sent += count;
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return !_chunked;
    }
}
