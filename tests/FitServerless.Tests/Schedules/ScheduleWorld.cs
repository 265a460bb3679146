using FitServerless.Accounts;
using FitServerless.Accounts.Profiles;
using FitServerless.Schedules;
using FitServerless.Schedules.Rules;
using FitServerless.Schedules.Runs;
using FitServerless.Schedules.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FitServerless.Tests.Schedules;

/// <summary>The schedules without the engine: a firing of the timer runs everything that it finds, at once.</summary>
internal sealed class ScheduleWorld
{
    private static readonly IOptions<ScheduleOptions> Options = Microsoft.Extensions.Options.Options.Create(new ScheduleOptions { Tries = 2 });

    public ScheduleWorld(
        DateTimeOffset start, IDueStore? due = null, IScheduleStore? schedules = null, IRunStore? runs = null, MemoryPeople? people = null, JournalJob? job = null)
    {
        Clock = new SetClock(start);
        (Due, Schedules, Runs) = (due ?? new MemoryDueStore(), schedules ?? new MemoryScheduleStore(), runs ?? new MemoryRunStore());
        (People, Job) = (people ?? new MemoryPeople(), job ?? new JournalJob());
        var jobs = new OccasionJobs([Job]);
        Rules = new OccasionSchedules(Options);
        var runner = new OccasionRunner(People, jobs, Rules, Runs, Options, Clock, NullLogger<OccasionRunner>.Instance);
        Pages = new OccasionPages(Due, Schedules, runner);
        Slots = new OccasionSlots(Due, Runs, jobs, Clock);
        Book = new RunBook(Due, Runs, Options, Clock);
        Planner = new SchedulePlanner(Due, Schedules, Rules, Clock, NullLogger<SchedulePlanner>.Instance);
    }

    public SetClock Clock { get; }

    public IDueStore Due { get; }

    public IScheduleStore Schedules { get; }

    public IRunStore Runs { get; }

    public MemoryPeople People { get; }

    public JournalJob Job { get; }

    public OccasionSchedules Rules { get; }

    public OccasionPages Pages { get; }

    public OccasionSlots Slots { get; }

    public RunBook Book { get; }

    public SchedulePlanner Planner { get; }

    /// <summary>As signing up, or changing one's settings, does.</summary>
    public Task SeeAsync(string id, string zone, int hour = 7, bool wantsBriefings = true)
    {
        var account = new Account
        {
            Id = id,
            Email = "ada@example.com",
            PasswordHash = "hash",
            TimeZone = zone,
            Settings = $$$"""
                {"briefings":{"hour":{{{hour}}},"daily":{{{(wantsBriefings ? "true" : "false")}}},"weekdayPlan":false,"eveningReview":false,
                "weeklyReport":false,"weeklyInsights":false,"monthlyReport":false}}
                """,
        };
        People.All[id] = Person.Of(account);
        return Planner.SeeAsync(account, default);
    }

    /// <summary>The timer fires, and all it starts runs to its end.</summary>
    public async Task FireAsync(int times = 1)
    {
        var windows = new List<SlotWindow>();
        for (var i = 0; i < times; i++)
            windows.Add(await Slots.FindAsync(Job.Kind, default));
        // Doubled firings overlap: each has looked before any of them runs.
        await Task.WhenAll(windows.SelectMany(window => window.Runs).Select(RunAsync));
        foreach (var window in windows)
            await Slots.PassAsync(window, default);
    }

    public async Task RunAsync(RunKey run)
    {
        var plan = await Book.BeginAsync(run, default);
        foreach (var shard in plan.Shards.Select(shard => new DueShard(run.Kind, run.Slot, shard)))
        {
            var left = 1;
            for (var attempt = 1; attempt <= plan.Tries && left > 0; attempt++)
                left = await RunAsync(shard, isLastTry: attempt == plan.Tries);
        }
    }

    private async Task<int> RunAsync(DueShard shard, bool isLastTry)
    {
        var (left, after) = (0, (string?)null);
        do
        {
            var page = await Pages.RunAsync(new PageTask(shard, after, isLastTry), default);
            (left, after) = (left + page.Left, page.Last);
        }
        while (after is not null);
        return left;
    }
}
