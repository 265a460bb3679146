using FitServerless.Adapters.Devices;
using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using FitServerless.Sync;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Adapters;

/// <summary>Sync of plans, sessions and cards as the edge design's learning client speaks it, in snake_case.</summary>
public sealed class DeviceSyncFunctions(DeviceSyncService sync, CurrentUser user)
{
    private const string DeviceHeader = "X-Device-ID";

    [Function(nameof(SyncDevice))]
    [Summary("Sync of plans, sessions and cards, in snake_case.")]
    [Header("X-Device-ID", IsRequired = true)]
    [Body<DeviceSyncRequest>]
    [Answer<DeviceAnswerShape>(200)]
    public async Task<IResult> SyncDevice(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sync")] HttpRequest request, CancellationToken cancellationToken)
    {
        var deviceId = request.Headers[DeviceHeader].ToString();
        if (!DocumentIds.IsValid(deviceId))
            return new ProblemResult(Problems.Invalid(DeviceHeader, $"The device's own name, 1 to {DocumentIds.MaxLength} characters."));
        var body = await request.ReadAsync(DeviceJson.Default.DeviceSyncRequest, AdapterLimits.Body, cancellationToken);
        if (body.Count > AdapterLimits.Deltas)
            return new ProblemResult(Problems.Invalid("deltas", $"At most {AdapterLimits.Deltas} a request; send the rest in the next."));
        var answer = await sync.SyncAsync(user.Id, deviceId, body, cancellationToken);
        return new RawJson(writer => DeviceSyncWriter.Write(writer, answer));
    }
}
