using FitServerless.Accounts;

namespace FitServerless.Functions.Http;

/// <summary>The caller of this invocation, always from the token and never from the request.</summary>
public sealed class CurrentUser
{
    private Caller? _caller;

    public string Id => Caller.Id;

    public bool IsKnown => _caller is not null;

    /// <exception cref="InvalidOperationException">In an open function, which has no caller.</exception>
    public Caller Caller
    {
        get => _caller ?? throw new InvalidOperationException("This function is open to all and has no caller.");
        set => _caller = value;
    }
}
