using FitServerless.Backups.Archives;

namespace FitServerless.Tests.Backups;

/// <summary>A body that never ends.</summary>
internal sealed class EndlessStream : ReadOnlyStream
{
    public long Given { get; private set; }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Given += buffer.Length;
        return ValueTask.FromResult(buffer.Length);
    }

    public override int Read(Span<byte> buffer)
    {
        Given += buffer.Length;
        return buffer.Length;
    }
}
