namespace Grpc.Core;

public enum StatusCode
{
    Unknown = 2,
    InvalidArgument = 3,
    DeadlineExceeded = 4,
    Unimplemented = 12,
    Internal = 13,
    Unavailable = 14,
}
