using System.Text.Json;
using FitServerless.Accounts;
using FitServerless.Coach.Answers;
using FitServerless.Coach.Model;
using FitServerless.Coach.Safety;
using FitServerless.Quotas;
using Microsoft.Extensions.Logging;

namespace FitServerless.Coach;

/// <summary>
/// How every suggestion comes about: kept answer, or model within the quota, checked, repaired once; else the rules, checked as well. Nothing
/// leaves that the gate has not passed, kept answers included: the gate may have learned since.
/// </summary>
internal sealed partial class CoachPipeline(
    ILanguageModel model, AnswerKeeper answers, CoachQuotas quotas, TimeProvider clock, ILogger<CoachPipeline> logger)
{
    private readonly SingleFlight<ModelTurn> _flights = new();

    public async Task<CoachOutcome<TAnswer>> AskAsync<TBrief, TAnswer>(
        CoachTask<TBrief, TAnswer> task, TBrief brief, Caller caller, CancellationToken cancellationToken)
        where TAnswer : class
    {
        var entry = await quotas.EnterAsync(caller, cancellationToken);
        if (!entry.IsAllowed)
            return new CoachOutcome<TAnswer>.Limited { Standings = [entry.Standing] };
        var (answer, spent) = await FromModelAsync(task, brief, caller, cancellationToken);
        var outcome = answer is null ? FromRules(task, brief) : new CoachOutcome<TAnswer>.Answered(answer);
        // Where only a model could have answered, it is the quota that says no.
        if (spent is { IsAllowed: false } && outcome is CoachOutcome<TAnswer>.Impossible)
            outcome = new CoachOutcome<TAnswer>.Limited();
        return outcome with { Standings = spent is null ? [entry.Standing] : [entry.Standing, spent.Standing] };
    }

    /// <summary>What nobody has asked for, such as a part of a report: it counts as no request, and without a model it costs no storage.</summary>
    /// <returns><c>null</c> where even the rules have nothing that may be said.</returns>
    public async Task<TAnswer?> ProposeAsync<TBrief, TAnswer>(
        CoachTask<TBrief, TAnswer> task, TBrief brief, Caller caller, CancellationToken cancellationToken)
        where TAnswer : class
    {
        var (answer, _) = await FromModelAsync(task, brief, caller, cancellationToken);
        return answer ?? (FromRules(task, brief) as CoachOutcome<TAnswer>.Answered)?.Answer;
    }

    private async Task<(TAnswer? Answer, QuotaVerdict? Spent)> FromModelAsync<TBrief, TAnswer>(
        CoachTask<TBrief, TAnswer> task, TBrief brief, Caller caller, CancellationToken cancellationToken)
        where TAnswer : class
    {
        var prompt = CoachPrompt.Of(task, brief);
        if ((prompt.Image is null ? model.ChatName : model.VisionName) is not { } name || (task.IsForPros && !CoachQuotas.IsPro(caller)))
            return (null, null);
        var key = AnswerKey.Of(name, prompt, task.IsPersonal ? caller.Id : null);
        if (Accept(task, brief, await answers.FindAsync(key, cancellationToken)) is { } kept)
            return (task.Sign(kept, new Authorship(name, IsCached: true)), null);
        var turn = await ShareAsync(key.Hash, () => TurnAsync(task, brief, prompt, key, caller), caller, cancellationToken);
        var answer = Accept(task, brief, turn.Json);
        return (answer is null ? null : task.Sign(answer, new Authorship(name)), turn.UserId == caller.Id ? turn.Spent : null);
    }

    /// <summary>Whoever comes second gets the answer for nothing, and does not suffer from the first one's used up quota.</summary>
    private async Task<ModelTurn> ShareAsync(string question, Func<Task<ModelTurn>> ask, Caller caller, CancellationToken cancellationToken)
    {
        while (true)
        {
            var turn = await _flights.RunAsync(question, ask, cancellationToken);
            if (turn.Spent.IsAllowed || turn.UserId == caller.Id)
                return turn;
        }
    }

    /// <summary>Runs to its end even if its callers leave: the answer is paid for, and kept for the next.</summary>
    private async Task<ModelTurn> TurnAsync<TBrief, TAnswer>(
        CoachTask<TBrief, TAnswer> task, TBrief brief, ModelPrompt prompt, AnswerKey key, Caller caller)
        where TAnswer : class
    {
        var spent = await quotas.SpendAsync(caller, CancellationToken.None);
        if (!spent.IsAllowed)
            return new ModelTurn(null, caller.Id, spent);
        if (await AskTwiceAsync(task, brief, prompt, caller) is not { } answer)
        {
            await quotas.RefundAsync(caller, CancellationToken.None);
            return new ModelTurn(null, caller.Id, spent with { Standing = spent.Standing with { Remaining = spent.Standing.Remaining + 1 } });
        }

        var json = JsonSerializer.SerializeToUtf8Bytes(answer, task.Contract);
        await answers.KeepAsync(key, json, CancellationToken.None);
        return new ModelTurn(json, caller.Id, spent);
    }

    private async Task<TAnswer?> AskTwiceAsync<TBrief, TAnswer>(
        CoachTask<TBrief, TAnswer> task, TBrief brief, ModelPrompt prompt, Caller caller)
        where TAnswer : class
    {
        prompt = prompt with { Deadline = clock.GetUtcNow() + model.Patience };
        for (var tries = 0; tries < 2; tries++)
        {
            if (TextOf(await model.CompleteAsync(prompt, caller.Id, CancellationToken.None)) is not { } reply)
                return null;
            var (answer, faults) = Judge(task, brief, reply);
            if (faults.Count == 0)
                return answer;
            LogFaults(task.Name, faults.Count, faults[0].Rule);
            prompt = CoachPrompt.Again(prompt, reply, faults);
        }

        return null;
    }

    /// <summary>A reply that was cut off is judged as well: it is no JSON, which the second question says.</summary>
    private static string? TextOf(ModelReply reply) => reply switch
    {
        ModelReply.Completed { Text: var text } => text,
        ModelReply.CutOff { Text: var text } => text,
        _ => null,
    };

    private static (TAnswer? Answer, IReadOnlyList<GateFault> Faults) Judge<TBrief, TAnswer>(
        CoachTask<TBrief, TAnswer> task, TBrief brief, string reply)
        where TAnswer : class
    {
        try
        {
            var answer = task.Read(brief, reply);
            return (answer, task.Check(brief, answer));
        }
        catch (JsonException)
        {
            return (null, [new GateFault(GateRule.Bounds, "answer", "Not JSON as the schema has it.")]);
        }
    }

    private static TAnswer? Accept<TBrief, TAnswer>(CoachTask<TBrief, TAnswer> task, TBrief brief, byte[]? json)
        where TAnswer : class
    {
        var answer = json is null ? null : JsonSerializer.Deserialize(json, task.Contract);
        return answer is not null && task.Check(brief, answer).Count == 0 ? answer : null;
    }

    private CoachOutcome<TAnswer> FromRules<TBrief, TAnswer>(CoachTask<TBrief, TAnswer> task, TBrief brief)
        where TAnswer : class
    {
        var rules = task.FollowRules(brief);
        if (rules.Answer is null)
            return new CoachOutcome<TAnswer>.Impossible(rules.Reason);
        if (task.Check(brief, rules.Answer) is not { Count: > 0 } faults)
            return new CoachOutcome<TAnswer>.Answered(task.Sign(rules.Answer, Authorship.Rules));
        LogRules(task.Name, faults.Count, faults[0].Rule);
        return new CoachOutcome<TAnswer>.Impossible(rules.Reason);
    }

    [LoggerMessage(4004, LogLevel.Information, "A model's answer ({Task}) did not pass the gate: {Count} faults, first {Rule}")]
    private partial void LogFaults(string task, int count, GateRule rule);

    [LoggerMessage(4005, LogLevel.Error, "The rules' answer ({Task}) did not pass the gate: {Count} faults, first {Rule}")]
    private partial void LogRules(string task, int count, GateRule rule);
}
