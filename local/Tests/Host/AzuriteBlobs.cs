using FitServerless.Azurite;

namespace FitServerless.Local.Tests.Host;

/// <summary>The storage account in which timers keep their schedules and locks.</summary>
public sealed class AzuriteBlobs : IAsyncLifetime
{
    private AzuriteProcess? _azurite;

    public string ConnectionString => _azurite!.ConnectionString;

    public async Task InitializeAsync() => _azurite = await AzuriteProcess.StartAsync();

    public async Task DisposeAsync()
    {
        if (_azurite is not null)
            await _azurite.DisposeAsync();
    }
}
