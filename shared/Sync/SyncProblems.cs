namespace FitServerless.Sync;

/// <summary>Why a change to a document is refused.</summary>
internal static class SyncProblems
{
    public static readonly string IdRule = $"1 to {DocumentIds.MaxLength} characters, none of / \\ # ? ' \" or controls.";

    public static ChangeResult NotFound() => ChangeResult.Rejected(new ChangeProblem("not-found", 404, "There is no such document."));

    /// <summary>Its tombstone has been purged, or another server had it.</summary>
    public static ChangeResult Gone() => ChangeResult.Rejected(new ChangeProblem(
        "gone", 410, "There is no document that this edit could have been made on. Send it without a base version to make it anew."));

    public static ChangeProblem TooLarge(DocumentKind kind) =>
        new("too-large", 413, $"At most {kind.MaxBytes} bytes of JSON in {kind.Name}.");

    public static ChangeProblem Invalid(string member, string message) =>
        Invalid(new Dictionary<string, string[]> { [member] = [message] });

    public static ChangeProblem Invalid(IReadOnlyDictionary<string, string[]> errors) =>
        new("invalid", 400, "Some members are not valid.", errors);
}
