using Azure;

namespace FitServerless.Tests.Sync.Simulation;

/// <summary>A row that is not there.</summary>
internal sealed class Absent<T> : NullableResponse<T>
{
    public override bool HasValue => false;

    public override T? Value => throw new InvalidOperationException("There is no value.");

    public override Response GetRawResponse() => new MemoryResponse(404);
}
