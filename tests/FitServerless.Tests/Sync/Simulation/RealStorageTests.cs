using FitServerless.Tests.Storage;

namespace FitServerless.Tests.Sync.Simulation;

/// <summary>
/// The histories of the simulations on a real Azurite: a process dies before or after any of its storage calls, and a new one takes its place.
/// Few of them, because a call there takes milliseconds; <c>FITSERVERLESS_HISTORIES</c> asks for more.
/// </summary>
[Collection(SharedStorage.Name)]
public sealed class RealStorageTests(StorageFixture storage)
{
    private static readonly int Histories =
        int.TryParse(Environment.GetEnvironmentVariable("FITSERVERLESS_HISTORIES"), out var count) ? count : 6;

    [Fact]
    public void Histories_of_all_collections_converge() =>
        Play(seed => new DocumentRun(seed, mishaps => storage.Connect(new MishapsPolicy(mishaps))).Run());

    [Fact]
    public void Histories_of_workouts_converge() =>
        Play(seed => new SimulationRun(seed, wildClocks: seed % 2 == 0, mishaps => storage.Connect(new MishapsPolicy(mishaps))).Run());

    private static void Play<T>(Func<int, T> run)
    {
        for (var seed = 0; seed < Histories; seed++)
        {
            try
            {
                Assert.NotNull(Alone.Run(() => run(seed)));
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"The history of seed {seed} fails: {e.Message}", e);
            }
        }
    }
}
