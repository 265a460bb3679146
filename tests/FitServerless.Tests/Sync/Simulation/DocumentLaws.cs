using FitServerless.Sync;

namespace FitServerless.Tests.Sync.Simulation;

/// <summary>What must be true of a document after any history: of its edits, their answers, and the versions that the server has.</summary>
internal static class DocumentLaws
{
    public static void Check(IReadOnlyList<DocumentEdit> edits, StoredDocument? stored, IReadOnlyList<PastVersion> history, bool purges)
    {
        Assert.All(edits, edit => Assert.True(IsAnswered(edit, purges), $"{edit.Edit} was answered {edit.Answer}."));
        if (stored is null)
        {
            Assert.True(purges || edits.All(edit => edit.Answer!.Outcome.Status == ChangeStatus.Rejected), "A document is gone.");
            Assert.Empty(history);
            return;
        }

        Assert.Equal(stored.State.Past.Kept.Order(), history.Select(past => past.Version));
        NothingIsWrittenTwice(edits, stored, history);
        NothingIsLost(edits, stored, history, purges);
        NothingIsResurrected(stored, history);
    }

    /// <summary>Refused only where the document is forgotten, or where it never was.</summary>
    private static bool IsAnswered(DocumentEdit edit, bool purges) => edit.Answer?.Outcome switch
    {
        null => false,
        { Status: ChangeStatus.Rejected } => purges,
        _ => true,
    };

    private static void NothingIsWrittenTwice(IReadOnlyList<DocumentEdit> edits, StoredDocument stored, IReadOnlyList<PastVersion> history)
    {
        foreach (var edit in edits)
        {
            var made = history.Where(past => past.Maker?.IsSame(edit.Mutation) == true).ToList();
            var current = stored.State.Past.Maker?.IsSame(edit.Mutation) == true ? 1 : 0;
            Assert.InRange(made.Count(past => !past.Lost) + current, 0, 1);
            Assert.InRange(made.Count(past => past.Lost), 0, 1);
        }
    }

    /// <summary>Every value that anybody was told is taken stands in the document or in its history; so does every one that lost.</summary>
    private static void NothingIsLost(
        IReadOnlyList<DocumentEdit> edits, StoredDocument stored, IReadOnlyList<PastVersion> history, bool purges)
    {
        if (purges)
            return;
        var texts = history.Select(past => past.Body).Append(stored.Body).Select(body => System.Text.Encoding.UTF8.GetString(body.ToUtf8().Span)).ToList();
        foreach (var token in edits.SelectMany(edit => edit.Tokens))
            Assert.True(texts.Exists(text => text.Contains($"\"{token}\"", StringComparison.Ordinal)), $"{token} is lost.");
        foreach (var answer in edits.Select(edit => edit.Answer!.Outcome).Where(outcome => outcome.LostVersion > 0))
            Assert.Contains(history, past => past.Version == answer.LostVersion);
    }

    /// <summary>What came after a delete was made later than it, or knowing it.</summary>
    private static void NothingIsResurrected(StoredDocument stored, IReadOnlyList<PastVersion> history)
    {
        var times = history.Where(past => !past.Lost).Select(past => past.UpdatedAt).Append(stored.State.UpdatedAt).ToList();
        Assert.Equal(times.Order(), times);
    }
}
