namespace Microsoft.Azure.Functions.Worker.Http;

// The real one derives from InputConverterAttribute, which allows more targets; parameters are the ones it is for.
[AttributeUsage(AttributeTargets.Parameter)]
public class FromBodyAttribute : Attribute;
