namespace AsyncWeave.Model;

public enum MethodForm
{
    Method,
    Lambda,
    LocalFunction,
    EntryPoint,
    Accessor,
}
