using Azure.Data.Tables;
using FitServerless.Azurite;

namespace FitServerless.Local.Tests.Tables;

/// <summary>Azurite's table service, shared by the tests of one collection.</summary>
public sealed class AzuriteTables : IAsyncLifetime
{
    public const string Account = "devstoreaccount1";

    /// <summary>Public and the same in every emulator.</summary>
    public const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private AzuriteProcess? _azurite;

    public Uri Endpoint => new TableServiceClient(_azurite!.ConnectionString).Uri;

    public static TableSharedKeyCredential Credential => new(Account, Key);

    /// <summary>A table of its own for each test, so that they can share the emulator.</summary>
    public async Task<TableClient> NewTableAsync(TableClientOptions? options = null)
    {
        var table = new TableClient(Endpoint, $"t{Guid.NewGuid():N}", Credential, options);
        await table.CreateAsync();
        return table;
    }

    public async Task InitializeAsync() => _azurite = await AzuriteProcess.StartAsync();

    public async Task DisposeAsync()
    {
        if (_azurite is not null)
            await _azurite.DisposeAsync();
    }
}
