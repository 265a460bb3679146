namespace FitServerless.Sync;

/// <param name="Results">One a change, in their order.</param>
/// <param name="Head">The log's end after the last write.</param>
/// <param name="Unbroken">Nobody else wrote between the head that was given and <paramref name="Head"/>.</param>
/// <param name="Written">What this push wrote, as it is now.</param>
public sealed record PushResult(
    IReadOnlyList<ChangeResult> Results, Head Head, bool Unbroken, IReadOnlyDictionary<DocumentKey, StoredJson> Written);
