namespace Azure.Data.Tables.Rows;

/// <summary>
/// The types that the service marks, because JSON cannot tell them:
/// https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model
/// </summary>
internal enum EdmType
{
    Unmarked,
    Binary,
    DateTime,
    Double,
    Guid,
    Int64,
}
