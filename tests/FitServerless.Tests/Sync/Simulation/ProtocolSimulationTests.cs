namespace FitServerless.Tests.Sync.Simulation;

/// <summary>
/// Thousands of histories, each made by its seed: after a failure, <c>A_history_converges</c> with the seed it names plays the same one again.
/// </summary>
public sealed class ProtocolSimulationTests
{
    private const int Histories = 5_000;

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    // A delete that wins after an update of the same request that lost.
    [InlineData(2983, false)]
    public void A_history_converges(int seed, bool wildClocks) => Assert.NotEmpty(Play(seed, wildClocks));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_history_converges(bool wildClocks)
    {
        for (var seed = 0; seed < Histories; seed++)
        {
            try
            {
                Play(seed, wildClocks);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"The history of seed {seed}, wildClocks {wildClocks}, fails: {e.Message}", e);
            }
        }
    }

    [Fact]
    public void The_same_seed_plays_the_same_history()
    {
        for (var seed = 0; seed < 20; seed++)
            Assert.Equal(Play(seed, wildClocks: true), Play(seed, wildClocks: true));
    }

    private static IReadOnlyList<string> Play(int seed, bool wildClocks) => Alone.Run(() => new SimulationRun(seed, wildClocks).Run());
}
