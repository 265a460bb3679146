namespace FitServerless.Sync;

/// <summary>What a change comes to, given what is stored.</summary>
public abstract record Decision(ChangeResult Result)
{
    /// <summary>Nothing to write.</summary>
    public sealed record Keep(ChangeResult Result) : Decision(Result);

    /// <param name="Result">Holds once the write is committed.</param>
    /// <param name="TellsCurrent">The client does not have the outcome yet: the result is to carry it.</param>
    public sealed record Write(DocumentWrite Document, ChangeResult Result, bool TellsCurrent = false) : Decision(Result);
}
