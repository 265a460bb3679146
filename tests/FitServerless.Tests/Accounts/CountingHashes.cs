using FitServerless.Accounts;

namespace FitServerless.Tests.Accounts;

/// <summary>No hashes at all; counts how often it is asked for one.</summary>
internal sealed class CountingHashes : IPasswordHashes
{
    private int _count;

    public int Count => _count;

    public string Hash(string password)
    {
        Interlocked.Increment(ref _count);
        return "hash of " + password;
    }

    public PasswordCheck Check(string hash, string password)
    {
        Interlocked.Increment(ref _count);
        return hash == "hash of " + password ? PasswordCheck.Right : PasswordCheck.Wrong;
    }
}
