namespace FitServerless.Tests.Sync.Simulation;

/// <summary>
/// All that can happen when two devices sync an edit of the same document: every order of their storage calls, with a process that dies before
/// or after any of them, or none that does.
/// </summary>
public sealed class ExhaustiveTests
{
    private const string Member = """{"a":"1a","b":"0b"}""";
    private const string OtherMember = """{"a":"0a","b":"2b"}""";
    private const string SameMember = """{"a":"2a","b":"0b"}""";

    [Theory]
    [InlineData(Member, OtherMember)]
    [InlineData(Member, SameMember)]
    [InlineData(Member, null)]
    [InlineData(null, OtherMember)]
    [InlineData(null, null)]
    public void Whatever_the_order_and_whoever_dies_nothing_is_lost_doubled_or_resurrected(string? one, string? other)
    {
        var histories = Alone.Run(() =>
        {
            var (choices, count) = (new Choices(), 0);
            do
            {
                new ExploredHistory(choices).Run(one, other);
                count++;
            }
            while (choices.Advance());
            return count;
        });
        Assert.InRange(histories, 100, 1_000_000);
    }
}
