package dev.recalldesk.desk;

/**
 * What came of creating a customer.
 *
 * @param existedBefore the phone number or the e-mail address led to a customer the memory already had
 */
public record Created(Customer customer, boolean existedBefore) {}
