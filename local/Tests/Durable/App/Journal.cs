using System.Threading.Channels;

namespace FitServerless.Local.Tests.Durable.App;

/// <summary>What the app of these tests has done, for tests that wait for it; and what it is to do.</summary>
internal sealed class Journal
{
    private int _inside;

    public Channel<string> Entries { get; } = Channel.CreateUnbounded<string>();

    /// <summary>How many activities in a row are to fail yet.</summary>
    public int Failures { get; set; }

    /// <summary>Changes what an orchestrator does, as a new version of its code would.</summary>
    public bool IsNewVersion { get; set; }

    /// <summary>Holds an activity until it is completed.</summary>
    public TaskCompletionSource? Gate { get; set; }

    public bool WereTwoAtOnce { get; private set; }

    public void Note(string entry) => Entries.Writer.TryWrite(entry);

    public async Task<string> NextAsync() => await Entries.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60));

    public async Task AloneAsync(Action action)
    {
        if (Interlocked.Increment(ref _inside) > 1) WereTwoAtOnce = true;
        await Task.Yield();
        action();
        Interlocked.Decrement(ref _inside);
    }
}
