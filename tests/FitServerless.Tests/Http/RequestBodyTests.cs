using FitServerless.Functions.Http;
using FitServerless.Sync;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Tests.Http;

public sealed class RequestBodyTests
{
    private const int Limit = 16 * 1024 * 1024;

    [Theory]
    [InlineData(null)]
    [InlineData((long)Limit)]
    public async Task A_body_without_end_is_refused_one_byte_past_the_limit_and_in_less_memory_than_twice_that(long? told)
    {
        var body = new EndlessBody();
        var before = GC.GetAllocatedBytesForCurrentThread();

        var refused = await Assert.ThrowsAsync<ProblemException>(() => ReadAsync(body, told));

        Assert.Equal(413, refused.Problem.Status);
        Assert.Equal(Limit + 1, body.BytesRead);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2 * Limit);
    }

    [Fact]
    public async Task A_body_that_is_told_to_be_too_large_is_not_read()
    {
        var body = new EndlessBody();

        Assert.Equal(413, (await Assert.ThrowsAsync<ProblemException>(() => ReadAsync(body, Limit + 1))).Problem.Status);

        Assert.Equal(0, body.BytesRead);
    }

    [Theory]
    [InlineData(4095)]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData(Limit)]
    public async Task A_body_up_to_the_limit_is_read_whole(int length)
    {
        var text = $$"""{"a":"{{new string('x', length - 8)}}"}""";
        Assert.Equal(length, text.Length);

        var read = await ReadAsync(new MemoryStream(System.Text.Encoding.ASCII.GetBytes(text)), null);

        Assert.Equal(length - 8, read.Json.GetProperty("a").GetString()!.Length);
    }

    private static Task<FreeObject> ReadAsync(Stream body, long? told) => new DefaultHttpContext
    {
        Request = { Body = body, ContentType = "application/json", ContentLength = told },
    }.Request.ReadAsync(SyncJson.Default.FreeObject, Limit, default);

    /// <summary>Comes in pieces as a network has them, and at once, so that all of it is on the test's own thread.</summary>
    private sealed class EndlessBody : MemoryStream
    {
        public long BytesRead { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var piece = buffer[..Math.Min(buffer.Length, 60_000)];
            piece.Span.Fill((byte)' ');
            BytesRead += piece.Length;
            return ValueTask.FromResult(piece.Length);
        }
    }
}
