namespace FitServerless.Functions.Http;

/// <summary>
/// Faults of the durable client. On the real worker it talks gRPC with the host, which keeps entities in storage: what fails there arrives as an
/// <c>RpcException</c>. Its package comes along with the durable extension where that exists, and cannot be named where it does not, so the
/// exception is told by its type's name.
/// </summary>
internal static class DurableFaults
{
    /// <summary>
    /// Bugs, not outages (https://grpc.io/docs/guides/status-codes/). An exception of the host's own, a storage fault among them, arrives as
    /// <c>Unknown</c> or <c>Internal</c>.
    /// </summary>
    private static readonly string[] Bugs =
        ["InvalidArgument", "NotFound", "AlreadyExists", "PermissionDenied", "FailedPrecondition", "OutOfRange", "Unimplemented", "Unauthenticated"];

    /// <summary>The status of an outage; <c>null</c> for any other exception.</summary>
    public static string? OutageOf(Exception exception)
    {
        var type = exception.GetType();
        if (type.FullName != "Grpc.Core.RpcException")
            return null;
        var status = $"{type.GetProperty("StatusCode")?.GetValue(exception)}";
        return Bugs.Contains(status) ? null : status;
    }
}
