using System.Buffers;
using System.Security.Cryptography;

namespace FitServerless.Backups;

/// <summary>Counts and digests what is written, and passes it on.</summary>
/// <param name="target">Stays open.</param>
internal class UploadStream(Stream target) : WriteOnlyStream
{
    private const int BufferBytes = 128 * 1024;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Bytes so far.</summary>
    public long Written { get; private set; }

    /// <summary>Of the bytes so far.</summary>
    public byte[] Sha256() => _hash.GetCurrentHash();

    /// <summary>Reads to the source's end.</summary>
    /// <returns>False, with nothing more read, once there would be more than <paramref name="limit"/> bytes.</returns>
    public async Task<bool> FillFromAsync(Stream source, long limit, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            int read;
            while ((read = await source.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (Written + read > limit)
                    return false;
                await WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _hash.AppendData(buffer.Span);
        Written += buffer.Length;
        return target.WriteAsync(buffer, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        _hash.Dispose();
        base.Dispose(disposing);
    }
}
