using FitServerless.Backups.Archives;

namespace FitServerless.Tests.Backups;

/// <summary>A body whose connection breaks behind some bytes.</summary>
internal sealed class BrokenStream(ReadOnlyMemory<byte> content) : ReadOnlyStream
{
    private int _read;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_read == content.Length)
            throw new IOException("The connection is gone.");
        var some = Math.Min(Math.Min(buffer.Length, 10_000), content.Length - _read);
        content.Slice(_read, some).CopyTo(buffer);
        _read += some;
        return ValueTask.FromResult(some);
    }
}
