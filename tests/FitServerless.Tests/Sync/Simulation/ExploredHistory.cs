using System.Text.Json;
using FitServerless.Storage;
using FitServerless.Sync;

namespace FitServerless.Tests.Sync.Simulation;

/// <summary>Two devices, one document that both have, an edit on each, and its sync: one of all the ways in which that can go.</summary>
internal sealed class ExploredHistory
{
    private static readonly DocumentKey Key = new("goals", "g");
    private static readonly SyncOptions Options = new();

    private readonly Choices _choices;
    private readonly Turns _turns;
    private readonly StillClock _clock;
    private readonly AppTables _tables;
    private readonly List<DocumentEdit> _edits = [];

    public ExploredHistory(Choices choices)
    {
        _choices = choices;
        _turns = new Turns(choices);
        _clock = new StillClock(_turns);
        _tables = MemoryTableService.Connect(new OneDeath(choices, _turns));
    }

    /// <param name="one">The data of one device's put; <c>null</c> deletes.</param>
    public void Run(string? one, string? other)
    {
        _choices.AreOver = true;
        var start = Edit("first", """{"a":"0a","b":"0b"}""", null, -1);
        _turns.Run(SyncAsync(start));
        _choices.AreOver = false;
        var (mine, theirs) = (Edit("one", one, 1, 1), Edit("other", other, 1, 2));
        _turns.Run(SyncAsync(mine), SyncAsync(theirs));
        _choices.AreOver = true;
        _edits.ForEach(AskAgain);
        Check();
    }

    private DocumentEdit Edit(string device, string? data, int? version, int second)
    {
        var edit = new DocumentEdit(
            new SyncEdit
            {
                Collection = Key.Collection,
                Id = Key.Id,
                Op = data is null ? "delete" : "put",
                MutationId = "m",
                BaseVersion = version,
                UpdatedAt = _clock.GetUtcNow().AddSeconds(second),
                Data = data is null ? null : JsonElement.Parse(data),
            },
            device,
            data is null ? [] : [.. JsonElement.Parse(data).EnumerateObject().Select(member => member.Value.GetString()!)]);
        _edits.Add(edit);
        return edit;
    }

    /// <summary>Until it is answered; a process that dies is followed by a new one, which gets the same request.</summary>
    private async Task SyncAsync(DocumentEdit edit)
    {
        while (true)
        {
            try
            {
                var outcome = await new SyncProcess(_tables, _clock, Options).Sync.SyncAsync(
                    "user", edit.Device, SyncCursor.Start, null, 10, [new ParsedSyncEdit(edit.Edit, null)], default);
                edit.Answer = Assert.Single(Assert.IsType<SyncOutcome.Done>(outcome).Answer.Results);
                return;
            }
            catch (ProcessDeathException)
            {
            }
        }
    }

    /// <summary>The answers are lost, and everybody asks again.</summary>
    private void AskAgain(DocumentEdit edit)
    {
        var (status, version, lost, at) = Told(edit);
        _turns.Run(SyncAsync(edit));
        Assert.Equal((status, version, lost, at), Told(edit));
    }

    private static (ChangeStatus, int, int, DateTimeOffset?) Told(DocumentEdit edit) =>
        (edit.Answer!.Outcome.Status, edit.Answer.Outcome.Version, edit.Answer.Outcome.LostVersion, edit.Answer.Outcome.At);

    private void Check()
    {
        var store = new SyncProcess(_tables, _clock, Options).Store;
        var (found, history, log) = (store.FindAsync("user", Key, false, default), store.ReadHistoryAsync("user", Key, default),
            store.ReadLogAsync("user", null, Sequence.Start, 100, default));
        _turns.Run(found, history, log);
        DocumentLaws.Check(_edits, found.Result, history.Result, purges: false);
        Assert.Equal(found.Result!.State.Sequence, Assert.Single(log.Result.Entries).Sequence);
        Assert.Equal(found.Result.State.Sequence, log.Result.Head!.Last);
    }
}
