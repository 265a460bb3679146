using FitServerless.Exercises;

namespace FitServerless.Tests.Exercises;

internal sealed class MemoryVectorStore : IVectorStore
{
    public Dictionary<string, byte[]> Files { get; } = [];

    public int Reads { get; private set; }

    public Task<byte[]?> FindAsync(string version, CancellationToken cancellationToken)
    {
        Reads++;
        return Task.FromResult(Files.GetValueOrDefault(version));
    }

    public Task KeepAsync(string version, byte[] file, CancellationToken cancellationToken)
    {
        Files[version] = file;
        return Task.CompletedTask;
    }
}
