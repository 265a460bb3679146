// The real one's package is on no partial feed; the app tells it by this name.
namespace Grpc.Core;

public sealed class RpcException(StatusCode code) : Exception($"Status(StatusCode=\"{code}\", Detail=\"Exception was thrown by handler.\")")
{
    public StatusCode StatusCode => code;
}
