using FitServerless.Accounts;
using FitServerless.Coach;
using FitServerless.Coach.Answers;
using FitServerless.Quotas;
using FitServerless.Tests.Coach.Answers;
using FitServerless.Tests.Quotas;
using FitServerless.Tests.Sync;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FitServerless.Tests.Coach;

/// <summary>The pipeline with a scripted model, in memory.</summary>
internal sealed class CoachUnderTest
{
    public static readonly Caller Free = new("ada", "", []);

    public static readonly Caller Pro = new("bob", "", [], Tiers.Pro);

    public CoachUnderTest(CoachOptions? options = null)
    {
        Quotas = new CoachQuotas(
            new QuotaService(new MemoryQuotaStore(), Clock), Options.Create(options ?? new CoachOptions()), NullLogger<CoachQuotas>.Instance);
        Keeper = new AnswerKeeper(Store, Clock, NullLogger<AnswerKeeper>.Instance);
        Pipeline = new CoachPipeline(Model, Keeper, Quotas, Clock, NullLogger<CoachPipeline>.Instance);
    }

    public FakeClock Clock { get; } = new();

    public ScriptedModel Model { get; } = new();

    public MemoryAnswerStore Store { get; } = new();

    public AnswerKeeper Keeper { get; }

    public CoachQuotas Quotas { get; }

    public CoachPipeline Pipeline { get; }

    public Task<CoachOutcome<Greeting>> AskAsync(string name = "Ada", Caller? caller = null, GreetingTask? task = null) =>
        Pipeline.AskAsync(task ?? new GreetingTask(), name, caller ?? Pro, default);

    public async Task<Greeting> GreetAsync(string name = "Ada", Caller? caller = null, GreetingTask? task = null) =>
        Assert.IsType<CoachOutcome<Greeting>.Answered>(await AskAsync(name, caller, task)).Answer;
}
