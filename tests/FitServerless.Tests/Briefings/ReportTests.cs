using FitServerless.Coach.Conversations;
using FitServerless.Research;
using FitServerless.Schedules;
using FitServerless.Tests.Storage;

namespace FitServerless.Tests.Briefings;

/// <summary>What each kind of briefing tells one seeded person.</summary>
[Collection(SharedStorage.Name)]
public sealed class ReportTests(StorageFixture storage)
{
    private readonly BriefingWorld _world = new(storage);

    public static TheoryData<OccasionKind> Kinds => [.. Enum.GetValues<OccasionKind>().Where(kind => kind != OccasionKind.Backup)];

    [Fact]
    public async Task The_morning_tells_of_the_night_the_load_yesterday_and_today()
    {
        await SeedAsync();

        await AssertAsync(OccasionKind.DailyBriefing, "Your Monday briefing", """
            Good morning, Ada. I hope you slept well.
            You slept 6 h 30 min, 50 min less than usual (score 81).
            Fitness 14, fatigue 23.2, form -9.2 (-0.7 since yesterday).
            Yesterday: 1 workout, 30 min, 5 km, load 30.
            Your streak: 2 days in a row, your longest.
            Planned for today: “Intervals b hard b”, 45 min, at 18:00; “Mobility”, 20 min, at 08:30; “Core”, 15 min.
            A thought for today: do the first of the planned sessions before anything else can come between.
            Be kind to yourself, and take it step by step.
            """);
    }

    [Fact]
    public async Task The_plan_of_a_working_day_has_the_sessions_in_order_and_the_time_they_take()
    {
        await SeedAsync();

        await AssertAsync(OccasionKind.WeekdayPlan, "Your plan for Monday", """
            Here is your day, Ada, one thing at a time.
            1. “Intervals b hard b”, 45 min, at 18:00
            2. “Mobility”, 20 min, at 08:30
            3. “Core”, 15 min
            Time needed: 1 h 20 min.
            If time gets short, leave out the last: “Core”, 15 min.
            Be kind to yourself, and take it step by step.
            """);
    }

    [Fact]
    public async Task The_evening_holds_what_was_done_and_eaten_against_what_was_meant()
    {
        await SeedAsync();
        await _world.TrainAsync("2026-06-01T18:05", "Running", 44, 50, 8000);

        await AssertAsync(OccasionKind.EveningReview, "Your Monday in review", """
            Time to wind down, Ada. This was your day.
            Done: 1 of 3 planned.
            Trained today: 1 workout, 44 min, 8 km, load 50.
            Still open: “Mobility”, 20 min, at 08:30.
            Still open: “Core”, 15 min.
            Food, 2 entries: 1700 of 2200 kcal, 85 of 120 g protein.
            Tomorrow: “Easy run”, 30 min.
            Sleep well; whatever today was, it is enough.
            """);
    }

    [Fact]
    public async Task The_week_stands_against_the_week_before()
    {
        await SeedAsync();

        await AssertAsync(OccasionKind.WeeklyReport, "Your week to 2026-05-31", """
            Let's look back together, Ada.
            Last week: 3 workouts, 3 h 10 min, 55 km, load 155, on 3 days.
            The week before: 2 workouts, 2 h 33 min, 49.3 km, load 125; last week had 37 min more.
            Biking: 1 workout, 2 h 00 min, 43 km, load 80.
            Running: 2 workouts, 1 h 10 min, 12 km, load 75.
            Fitness 14, fatigue 23.2, form -9.2 (-2.4 in the week).
            Be kind to yourself, and take it step by step.
            """);
    }

    [Fact]
    public async Task Patterns_are_told_of_four_weeks_and_a_new_study()
    {
        await SeedAsync();
        var url = new Uri("https://pubmed.ncbi.nlm.nih.gov/41001/");
        var study = new Study("41001", "HRV & load: a <b>review</b>", "Journal of tests", new DateOnly(2026, 5, 20), ["Adams A"], ["Review"], ["hrv"], url);
        await _world.Get<StudyStore>().TryWriteAsync([study], null, default);

        await AssertAsync(
            OccasionKind.WeeklyInsights,
            "Patterns of your last four weeks",
            """
            Let's look back together, Ada.
            Most of your training falls on Saturdays: 7 h 18 min in four weeks.
            Upwards: 5 h 43 min in the last two weeks, 4 h 45 min in the two before.
            You slept 7 h 20 min a night this week, 7 h 20 min in the three before. Form is -9.2 (-2.4 in a week).
            Days with a workout, week by week: 2, 2, 2, 3.
            To change: make one session a week a little harder or longer, and leave the others as they are.
            New in research: “HRV & load: a <b>review</b>” (Journal of tests, 2026), https://pubmed.ncbi.nlm.nih.gov/41001/
            Be kind to yourself, and take it step by step.
            """,
            new DateOnly(2026, 5, 31));
    }

    [Fact]
    public async Task The_month_has_its_records_and_its_biggest_day()
    {
        await SeedAsync();

        await AssertAsync(OccasionKind.MonthlyReport, "Your May 2026", """
            Let's look back together, Ada.
            Last month: 10 workouts, 12 h 00 min, 241 km, load 610, on 10 days.
            The month before: 7 workouts, 8 h 04 min, 153.4 km, load 420; last month had 3 h 56 min more.
            Biking: 5 workouts, 8 h 50 min, 208 km, load 400.
            Running: 5 workouts, 3 h 10 min, 33 km, load 210.
            Fitness 14, fatigue 23.2, form -9.2 (-1.9 in the month).
            Record: your longest Biking, 2 h 00 min on Saturday, 30 May.
            Record: your farthest Biking, 43 km on Saturday, 30 May.
            The biggest day was Saturday, 30 May: 2 h 00 min.
            The longest streak of the last twelve months: 2 days.
            Be kind to yourself, and take it step by step.
            """);
    }

    [Theory]
    [InlineData(OccasionKind.WeeklyReport, "Your week to 2026-05-31")]
    [InlineData(OccasionKind.MonthlyReport, "Your May 2026")]
    public async Task West_of_Greenwich_the_period_that_ends_that_day_is_meant(OccasionKind kind, string title)
    {
        await SeedAsync();

        var briefing = await _world.TellAsync(kind, BriefingWorld.Today.AddDays(-1));

        Assert.Equal((title, new DateOnly(2026, 5, 31)), (briefing.Title, briefing.Data.Period!.To));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Who_has_nothing_gets_a_short_honest_text(OccasionKind kind)
    {
        await _world.SignUpAsync(email: true);

        var briefing = await _world.TellAsync(kind);

        Assert.True(briefing.IsEmpty);
        Assert.Equal(3, briefing.Text.Split('\n').Length);
        Assert.DoesNotContain(" 0", briefing.Text, StringComparison.Ordinal);
        Assert.Empty(_world.Mailer.Letters);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Each_personality_says_the_same_in_its_own_way(OccasionKind kind)
    {
        var told = new List<(string Text, string Data)>();
        foreach (var personality in Personalities.All)
        {
            var world = new BriefingWorld(storage);
            await world.SignUpAsync(personality);
            await world.LiveAsync();
            var briefing = await world.TellAsync(kind);
            Assert.Equal(personality, briefing.Personality);
            told.Add((briefing.Text, Json(briefing.Data with { Suggestion = null })));
        }

        var lines = told.Select(one => one.Text.Split('\n')).ToList();
        Assert.Equal(told.Count, lines.Select(text => text[0]).Distinct().Count());
        Assert.Equal(told.Count, lines.Select(text => text[^1]).Distinct().Count());
        Assert.Single(told.Select(one => one.Data).Distinct());
    }

    [Fact]
    public async Task What_is_encrypted_is_counted_and_not_read()
    {
        await SeedAsync();
        const string Secret = """{"enc":"A256GCM","kid":"k","iv":"AAAA","ct":"AAAA","start":"2026-06-01T12:00:00Z"}""";
        await _world.PutAsync("plans", "secret", Secret);
        await _world.PutAsync("plans", "secret too", Secret);

        var briefing = await _world.TellAsync(OccasionKind.WeekdayPlan);

        Assert.Equal(2, briefing.Data.Encrypted);
        Assert.Equal(3, briefing.Data.Today!.Count);
        Assert.Contains("Not counted in: 2 documents that only your own devices can read.", briefing.Text, StringComparison.Ordinal);
    }

    internal static string Json(FitServerless.Briefings.BriefingData data) => System.Text.Json.JsonSerializer.Serialize(
        data, FitServerless.Briefings.BriefingJson.Default.BriefingData);

    private async Task SeedAsync()
    {
        await _world.SignUpAsync();
        await _world.LiveAsync();
    }

    private async Task AssertAsync(OccasionKind kind, string title, string text, DateOnly? day = null)
    {
        var briefing = await _world.TellAsync(kind, day);
        Assert.Equal(title, briefing.Title);
        Assert.Equal(text, briefing.Text);
        Assert.False(briefing.IsEmpty);
    }
}
