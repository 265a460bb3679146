namespace Azure.Data.Tables.Queries;

internal sealed class NoValueResponse<T>(Response response) : NullableResponse<T>
{
    public override bool HasValue => false;

    public override T? Value => throw new InvalidOperationException("The response has no value.");

    public override Response GetRawResponse() => response;
}
