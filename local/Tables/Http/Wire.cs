using Azure.Core;

namespace Azure.Data.Tables.Http;

/// <summary>Header values and statuses: https://learn.microsoft.com/rest/api/storageservices/table-service-rest-api</summary>
internal static class Wire
{
    public const string DataServiceVersion = "3.0";
    public const string Json = "application/json";
    public const string MinimalMetadata = "application/json;odata=minimalmetadata";
    public const string NoMetadata = "application/json;odata=nometadata";
    public const string NoContent = "return-no-content";
    public const string FormatQuery = "?$format=application%2Fjson%3Bodata%3Dminimalmetadata";

    public static readonly ResponseClassifier Ok = Accepting(200);
    public static readonly ResponseClassifier OkOrNotFound = Accepting(200, 404);
    public static readonly ResponseClassifier Created = Accepting(201, 204);
    public static readonly ResponseClassifier CreatedOrConflict = Accepting(201, 204, 409);
    public static readonly ResponseClassifier Accepted = Accepting(202);
    public static readonly ResponseClassifier Done = Accepting(204);
    public static readonly ResponseClassifier DoneOrNotFound = Accepting(204, 404);

    private static StatusCodeClassifier Accepting(params ReadOnlySpan<ushort> statuses) => new(statuses);
}
