using System.Diagnostics.CodeAnalysis;

namespace FitServerless.Local.Host.Durable.Work;

/// <summary>How many of a kind of function run at once.</summary>
[SuppressMessage("Design", "CA1001", Justification = "Nobody asks for the semaphore's wait handle, so it holds nothing to release.")]
internal sealed class Slots(int number)
{
    private readonly SemaphoreSlim _free = new(number);

    public Task TakeAsync() => _free.WaitAsync();

    public void Free() => _free.Release();
}
