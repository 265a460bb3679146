using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using FitServerless.Local.Host.Leases;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Local.Host.Timers;

/// <summary>The status and lock blobs of timers, named as the real host names them.</summary>
internal sealed class TimerStorage
{
    public const string ConnectionSetting = "AzureWebJobsStorage";
    private const string HostIdSetting = "AzureFunctionsWebHost:hostid";

    private readonly BlobContainerClient _container;
    private readonly string _hostId;

    /// <exception cref="FunctionHostException">There is no storage account, or its connection string is not one.</exception>
    public TimerStorage(IConfiguration settings, IHostEnvironment environment)
    {
        var connection = settings[ConnectionSetting]
            ?? throw new FunctionHostException($"The setting '{ConnectionSetting}' is missing; timers keep their schedules there.");
        try
        {
            _container = new BlobContainerClient(connection, "azure-webjobs-hosts");
        }
        catch (FormatException exception)
        {
            throw new FunctionHostException($"The setting '{ConnectionSetting}' is not a connection string.", exception);
        }

        _hostId = settings[HostIdSetting] ?? LocalHostId(environment.ContentRootPath);
    }

    public async Task<ScheduleStatus?> GetStatusAsync(TimerFunction timer, CancellationToken cancellationToken)
    {
        try
        {
            var blob = await StatusOf(timer).DownloadContentAsync(cancellationToken);
            return blob.Value.Content.ToObjectFromJson<ScheduleStatus>();
        }
        catch (RequestFailedException exception) when (exception.Status == StatusCodes.Status404NotFound)
        {
            return null;
        }
    }

    public Task SetStatusAsync(TimerFunction timer, ScheduleStatus status, CancellationToken cancellationToken) =>
        StatusOf(timer).UploadAsync(BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(status)), overwrite: true, cancellationToken);

    /// <summary>The blob whose lease makes a timer run in one process at a time.</summary>
    public async Task<BlobLeaseClient> GetLockAsync(TimerFunction timer, CancellationToken cancellationToken)
    {
        await _container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        return await LeaseBlob.GetAsync(_container.GetBlobClient($"locks/{_hostId}/{NameOf(timer)}.Listener"), cancellationToken);
    }

    private static string NameOf(TimerFunction timer) => $"Host.Functions.{timer.Function.Name}";

    // Like the real one: tells apps in different folders of a machine apart, within 32 characters.
    private static string LocalHostId(string contentRoot)
    {
        var machine = string.Concat(Environment.MachineName.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.TrimEndingDirectorySeparator(contentRoot))));
        return $"{machine[..Math.Min(machine.Length, 15)]}-{hash[..16]}";
    }

    private BlobClient StatusOf(TimerFunction timer) => _container.GetBlobClient($"timers/{_hostId}/{NameOf(timer)}/status");
}
