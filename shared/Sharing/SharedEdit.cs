using FitServerless.Sync;

namespace FitServerless.Sharing;

/// <summary>What a receiver's edit of a shared thing comes to.</summary>
public abstract record SharedEdit
{
    private SharedEdit()
    {
    }

    /// <summary>What became of it by the rules of every edit.</summary>
    public sealed record Done(string ItemId, ChangeResult Result) : SharedEdit;

    public sealed record NotFound : SharedEdit;

    /// <summary>The plan is, or the edit: the other of the two could not read it.</summary>
    public sealed record Encrypted : SharedEdit;
}
