namespace FitServerless.Sync;

/// <summary>One change that a client asks for; its feature knows the rules, <see cref="PushSession"/> reads and writes.</summary>
public abstract class DocumentChange
{
    public abstract DocumentKey Key { get; }

    /// <summary>Taken for new and written without a look; if it is there after all, the batch fails and the change is decided again.</summary>
    public virtual bool ExpectedNew => false;

    /// <summary>The decision depends on the stored samples, too.</summary>
    public virtual bool NeedsSamples => false;

    /// <summary>The decision depends on older versions, too.</summary>
    public virtual bool NeedsHistory(StoredDocument stored) => false;

    /// <summary>Pure: may be asked again after another writer was first.</summary>
    public abstract Decision Decide(StoredDocument? stored);
}
