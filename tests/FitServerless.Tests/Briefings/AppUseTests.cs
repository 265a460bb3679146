using FitServerless.Accounts;
using FitServerless.Accounts.Profiles;
using FitServerless.Analytics;
using FitServerless.Briefings;
using FitServerless.Briefings.Log;
using FitServerless.Briefings.Reports;
using FitServerless.Schedules;
using FitServerless.Tests.Storage;

namespace FitServerless.Tests.Briefings;

/// <summary>What reports of the week and the month tell of how the person used the app.</summary>
[Collection(SharedStorage.Name)]
public sealed class AppUseTests(StorageFixture storage)
{
    private static readonly ReportPeriods Week = new("week", new DateOnly(2026, 5, 18), new DateOnly(2026, 5, 25), new DateOnly(2026, 5, 31));

    private readonly BriefingWorld _world = new(storage);

    [Fact]
    public async Task The_week_tells_on_how_many_days_for_what_and_of_the_week_before()
    {
        await _world.SignUpAsync();
        await _world.LiveAsync();
        await UseAsync();

        var briefing = await _world.TellAsync(OccasionKind.WeeklyReport);

        Assert.Contains(
            "\nYou used the app on 2 days, most for “workout completed” (4 times); in the week before, on 1 day.\n", briefing.Text, StringComparison.Ordinal);
        var use = briefing.Data.AppUse!;
        Assert.Equal((2, 7, 1, 2), (use.Days, use.Events, use.DaysBefore, use.EventsBefore));
        Assert.Equal([("workout.completed", 4), ("sync.done", 2), ("plan_opened", 1)], use.Most.Select(type => (type.Type, type.Count)));
    }

    [Fact]
    public async Task The_month_tells_of_the_month()
    {
        await _world.SignUpAsync();
        await _world.LiveAsync();
        await UseAsync();

        var briefing = await _world.TellAsync(OccasionKind.MonthlyReport);

        Assert.Contains(
            "\nYou used the app on 3 days, most for “workout completed” (6 times); in the month before, not at all.\n",
            briefing.Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_only_opened_the_app_is_told_so_and_who_did_not_is_told_of_the_week_before()
    {
        await _world.SignUpAsync();
        await _world.UseAsync("2026-05-20T12:00", "app.opened");

        var briefing = await _world.TellAsync(OccasionKind.WeeklyReport);

        Assert.False(briefing.IsEmpty);
        Assert.Contains("\nYou did not use the app last week; in the week before, on 1 day.\n", briefing.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_told_to_who_does_not_want_to_be_counted_or_of_whom_nothing_is()
    {
        await _world.SignUpAsync(analytics: false);
        await UseAsync();
        var nobody = new BriefingWorld(storage);
        await nobody.SignUpAsync();

        foreach (var briefing in (Briefing[])[await _world.TellAsync(OccasionKind.WeeklyReport), await nobody.TellAsync(OccasionKind.WeeklyReport)])
        {
            Assert.Null(briefing.Data.AppUse);
            Assert.DoesNotContain("the app", briefing.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(OccasionKind.DailyBriefing, true, 3)]
    [InlineData(OccasionKind.WeeklyReport, false, 3)]
    [InlineData(OccasionKind.WeeklyReport, true, 3 + 15)]
    [InlineData(OccasionKind.MonthlyReport, true, 3 + 62)]
    public async Task It_costs_a_transaction_for_each_UTC_day_and_none_where_it_is_not_wanted(OccasionKind kind, bool isCounted, int expected)
    {
        await _world.SignUpAsync(analytics: isCounted);
        await UseAsync();

        var reading = await _world.Counter.CountAsync(async () =>
        {
            var account = (await _world.Get<IAccountStore>().FindAsync(_world.UserId, default))!;
            await _world.Get<BriefingWriter>().WriteAsync(account, Person.Of(account), _world.Occasion(kind, BriefingWorld.Today), default);
        });

        Assert.Equal(expected, reading);
    }

    [Theory]
    [InlineData(20_000, true)]
    [InlineData(50_000, false)]
    public async Task Of_more_events_than_twenty_pages_nothing_is_told_and_no_more_are_read(int sent, bool isTold)
    {
        var store = new ManyEvents(sent);
        var person = new Person("ada", "ada@example.com", null, "UTC", new PersonSettings());

        var use = await new AppUseReader(store).ReadAsync(person, Week, default);

        Assert.Equal((isTold, Math.Min(sent, 20_001)), (use is not null, store.Given));
    }

    /// <summary>At half past eleven in the evening it is the next day in UTC; the person's own day counts.</summary>
    private async Task UseAsync()
    {
        await _world.UseAsync("2026-05-24T23:30", "workout.completed", 2);
        await _world.UseAsync("2026-05-25T00:30", "workout.completed", 3);
        await _world.UseAsync("2026-05-25T12:00", "sync.done", 2);
        await _world.UseAsync("2026-05-31T23:30", "workout.completed");
        await _world.UseAsync("2026-05-31T23:40", "plan_opened");
        await _world.UseAsync("2026-06-01T00:30", "app.opened", 9);
    }

    private sealed class ManyEvents(int count) : IEventStore
    {
        public int Given { get; private set; }

        public async IAsyncEnumerable<EventPoint> ReadAsync(
            EventScope scope, EventFilter filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            while (Given < count)
            {
                Given++;
                yield return new EventPoint("ada", "app.opened", filter.From, null);
            }
        }

        public Task WriteAsync(string clientId, IReadOnlyList<RecordedEvent> events, CancellationToken cancellationToken) => throw new NotSupportedException();

        public IAsyncEnumerable<RecordedEvent> ExportAsync(string clientId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task EraseOwnAsync(string userId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task EraseAsync(string userId, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
