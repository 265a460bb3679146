using FitServerless.Workouts;

namespace FitServerless.Tests.Workouts;

public sealed class WorkoutRulesTests
{
    private const string Times = "\"startedAt\":\"2025-03-01T06:00:00Z\"";

    public static TheoryData<string> Fine =>
    [
        "{}",
        "{\"id\":\"ride 1\",\"localId\":17}",
        Member("title", 200), Member("notes", 20_000), Member("sportType", 50),
        "{\"title\":\"\",\"notes\":null,\"sportType\":null,\"summary\":null,\"endedAt\":null,\"durationSeconds\":null}",
        "{\"durationSeconds\":0}", "{\"durationSeconds\":31622400}", "{\"durationSeconds\":3600.5}",
        $"{{{Times},\"endedAt\":\"2025-03-01T06:00:00Z\"}}",
        "{\"endedAt\":\"2025-03-01T06:00:00Z\"}",
        "{\"summary\":{}}", Summary(16 * 1024),
        "{\"title\":\"tab\\tand line\\n\"}",
    ];

    public static TheoryData<string, string> Wrong => new()
    {
        { "id", "{\"id\":\"\"}" },
        { "id", "{\"id\":\"../x\"}" },
        { "id", "{\"id\":\"it's\"}" },
        { "id", $"{{\"id\":\"{new string('x', 600)}\"}}" },
        { "localId", "{\"localId\":\"\"}" },
        { "localId", "{\"localId\":\"a\\u0000\"}" },
        { "localId", $"{{\"localId\":\"{new string('x', 600)}\"}}" },
        { "title", Member("title", 201) },
        { "notes", Member("notes", 20_001) },
        { "sportType", Member("sportType", 51) },
        { "sportType", "{\"sportType\":\"\"}" },
        { "sportType", "{\"sportType\":\"Bik\\u0000ing\"}" },
        { "durationSeconds", "{\"durationSeconds\":-1}" },
        { "durationSeconds", "{\"durationSeconds\":31622401}" },
        { "durationSeconds", "{\"durationSeconds\":1e308}" },
        { "durationSeconds", "{\"durationSeconds\":1e400}" },
        { "endedAt", $"{{{Times},\"endedAt\":\"2025-03-01T05:59:59.999Z\"}}" },
        { "startedAt", "{\"startedAt\":null}" },
        { "summary", "{\"summary\":[]}" },
        { "summary", "{\"summary\":\"{}\"}" },
        { "summary", "{\"summary\":1}" },
        { "summary", Summary((16 * 1024) + 1) },
    };

    [Theory]
    [MemberData(nameof(Fine))]
    public void Takes_what_is_within_the_limits(string edit) => Assert.Empty(WorkoutRules.Check(Edits.Edit(edit)));

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Names_the_member_that_is_not(string member, string edit) =>
        Assert.Equal([member], WorkoutRules.Check(Edits.Edit(edit)).Keys);

    [Fact]
    public void Names_all_of_them_at_once() => Assert.Equal(
        ["durationSeconds", "id", "summary"],
        WorkoutRules.Check(Edits.Edit("{\"id\":\"a/b\",\"durationSeconds\":-1,\"summary\":1}")).Keys.Order());

    private static string Member(string name, int length) => $"{{\"{name}\":\"{new string('x', length)}\"}}";

    private static string Summary(int bytes) => $"{{\"summary\":{{\"a\":\"{new string('x', bytes - 8)}\"}}}}";
}
