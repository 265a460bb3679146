using FitServerless.Local.Host.Durable.Messages;
using FitServerless.Local.Host.Durable.Work;

namespace FitServerless.Local.Host.Durable;

/// <summary>Where messages are accepted. Any process of the hub does that; one of them works.</summary>
internal sealed class DurableHub(HubServices services)
{
    private volatile HubWork? _work;

    public HubServices Services => services;

    /// <summary>Null while another process works, or none.</summary>
    public HubWork? Work
    {
        get => _work is { IsStopping: false } work ? work : null;
        set => _work = value;
    }

    /// <summary>Once this returns, the message will not be lost.</summary>
    public async Task AcceptAsync(HubMessage message, CancellationToken cancellation) =>
        await PassOnAsync(await services.Storage.AddAsync(message, cancellation), cancellation);

    /// <summary>
    /// Tells whoever works of a message that is stored. Where this process has worked until just now, the next one reads all inboxes
    /// after this looked; where it had ended before, the notice is there.
    /// </summary>
    public async Task PassOnAsync(HubMessage stored, CancellationToken cancellation)
    {
        if (Work is { } work) work.Post(stored);
        else await services.Storage.AddNoticeAsync(stored, cancellation);
    }
}
