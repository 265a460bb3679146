namespace FitServerless.Tests.Sync.Simulation;

/// <summary>
/// Thousands of histories, each made by its seed: after a failure, <c>A_history_converges</c> with the seed it names plays the same one again.
/// </summary>
public sealed class DocumentSimulationTests
{
    private const int Histories = 10_000;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_history_converges(int seed) => Assert.NotNull(Play(seed));

    [Fact]
    public void Every_history_converges()
    {
        for (var seed = 0; seed < Histories; seed++)
        {
            try
            {
                Play(seed);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"The history of seed {seed} fails: {e.Message}", e);
            }
        }
    }

    [Fact]
    public void The_same_seed_plays_the_same_history()
    {
        for (var seed = 0; seed < 20; seed++)
            Assert.Equal(Play(seed), Play(seed));
    }

    private static string Play(int seed) => Alone.Run(() => new DocumentRun(seed).Run());
}
