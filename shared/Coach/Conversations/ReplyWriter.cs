using FitServerless.Accounts;
using FitServerless.Coach.Model;
using FitServerless.Coach.Safety;

namespace FitServerless.Coach.Conversations;

/// <summary>Writes the coach's next turn: a model's within the quota, checked and repaired once; else the rules'.</summary>
internal sealed class ReplyWriter(ILanguageModel model, CoachQuotas quotas, AthleteReader athletes, TimeProvider clock)
{
    /// <param name="tell">Is told the reply sentence by sentence; <c>null</c> when only the whole is wanted.</param>
    public async Task<WrittenReply> WriteAsync(
        Transcript transcript,
        string text,
        Caller caller,
        Func<string, CancellationToken, ValueTask>? tell,
        CancellationToken cancellationToken)
    {
        var athlete = await athletes.ReadAsync(caller.Id, cancellationToken);
        if (await FromModelAsync(ReplyPrompt.Of(transcript, text, athlete), caller, tell, cancellationToken) is { } reply)
            return new WrittenReply(reply, model.ChatName);
        var rules = RuleReply.Write(transcript.Conversation.Personality, text, athlete);
        if (tell is not null)
            await tell(rules, cancellationToken);
        return new WrittenReply(rules, null);
    }

    private async Task<string?> FromModelAsync(
        ModelPrompt prompt, Caller caller, Func<string, CancellationToken, ValueTask>? tell, CancellationToken cancellationToken)
    {
        if (model.ChatName is null || !(await quotas.SpendAsync(caller, cancellationToken)).IsAllowed)
            return null;
        prompt = prompt with { Deadline = clock.GetUtcNow() + model.Patience };
        var reply = tell is null
            ? await AskAsync(prompt, caller, tries: 2, cancellationToken)
            : await StreamAsync(prompt, caller, tell, cancellationToken);
        if (reply is null)
            await quotas.RefundAsync(caller, cancellationToken);
        return reply;
    }

    private async Task<string?> StreamAsync(
        ModelPrompt prompt, Caller caller, Func<string, CancellationToken, ValueTask> tell, CancellationToken cancellationToken)
    {
        var gate = new SentenceGate(tell);
        var reply = await model.StreamAsync(prompt, caller.Id, gate.AddAsync, cancellationToken);
        if (reply is ModelReply.Completed completed)
        {
            await gate.EndAsync(cancellationToken);
            if (gate is { Told.Length: 0, Faults.Count: > 0 })
            {
                var again = CoachPrompt.Again(prompt, completed.Text, gate.Faults);
                return await TellAsync(await AskAsync(again, caller, tries: 1, cancellationToken));
            }
        }

        return gate.Told.Length > 0 ? gate.Told.TrimEnd() : null;

        async Task<string?> TellAsync(string? text)
        {
            if (text is not null)
                await tell(text, cancellationToken);
            return text;
        }
    }

    private async Task<string?> AskAsync(ModelPrompt prompt, Caller caller, int tries, CancellationToken cancellationToken)
    {
        while (tries-- > 0 && await model.CompleteAsync(prompt, caller.Id, cancellationToken) is ModelReply.Completed { Text: var text })
        {
            if (CoachGate.CheckReply(text) is not { Count: > 0 } faults)
                return text.Trim();
            prompt = CoachPrompt.Again(prompt, text, faults);
        }

        return null;
    }
}
