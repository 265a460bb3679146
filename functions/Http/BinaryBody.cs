using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Http;

/// <summary>Reads bodies that are files.</summary>
internal static class BinaryBody
{
    private const int FirstBuffer = 64 * 1024;

    /// <summary>All buffers of one body together are less than twice the last one.</summary>
    private const int Growth = 8;

    /// <exception cref="ProblemException">400 (empty) or 413 (decided before reading more than <paramref name="limit"/> bytes).</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadFileAsync(this HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit)
            throw new ProblemException(Problems.TooLarge(limit));
        var buffer = new byte[Math.Min(limit, request.ContentLength ?? FirstBuffer) + 1];
        var length = 0;
        int read;
        while ((read = await request.Body.ReadAsync(buffer.AsMemory(length), cancellationToken)) > 0)
        {
            length += read;
            if (length > limit)
                throw new ProblemException(Problems.TooLarge(limit));
            if (length == buffer.Length)
                Array.Resize(ref buffer, (int)Math.Min(limit + 1L, (long)buffer.Length * Growth));
        }

        return length > 0 ? buffer.AsMemory(0, length) : throw new ProblemException(Problems.Malformed("The body is empty."));
    }
}
